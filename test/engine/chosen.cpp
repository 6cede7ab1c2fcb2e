// RUN: %check %s --pack %S/Inputs/chosen.json -- -std=c++20
// A text that is chosen by content counts as that content where a rule says so (`chosenBy`),
// and only if the element can be text.
#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>
int classify();
int age();
const float *hidden();
const std::vector<float> &scores();
template <class... Values> void sink(const Values &...values);
std::string label(const std::string &text);

const char *const words[] = {"cat", "dog", "bird"};
const std::string names[] = {"cat", "dog", "bird"};
const char rows[3][8] = {"cat", "dog", "bird"};
struct Entry {
  std::string title;
  const char *code;
  int count;
  float weight;
};
Entry entries[3];
const int counts[] = {1, 2, 3};
const float weights[] = {1, 2, 3};
const unsigned char shades[256] = {};

//== Aggregates: an element of text chosen by content
void ofAnArray() {
  sink(words[classify()]); // expect tamga-custom-flow
  sink(*(words + classify())); // expect tamga-custom-flow
  sink(names[classify()]); // expect tamga-custom-flow
  sink(rows[classify()]); // expect tamga-custom-flow
  sink("0123456789"[classify()]); // expect tamga-custom-flow
  sink(words[0]); // clean
  sink(counts[classify()], weights[classify()], shades[classify()]); // clean
}

void ofAnArrayOfStructs(int which) {
  sink(entries[classify()].title); // expect tamga-custom-flow
  sink(entries[classify()].code); // expect tamga-custom-flow
  sink(entries[classify()].count); // clean
  sink(entries[classify()].weight); // clean
  const Entry &entry = entries[classify()];
  sink(entry.title); // expect tamga-custom-flow
  sink(entry.count); // clean
  const Entry *pointer = &entries[classify()];
  sink(pointer->code); // expect tamga-custom-flow
  sink(pointer->weight); // clean
  sink(entries[which].title); // clean
}

void ofContainers(const std::vector<std::string> &labels, std::array<const char *, 3> codes,
                  std::span<const std::string> all, const std::vector<int> &numbers) {
  int id = classify();
  sink(labels[id]); // expect tamga-custom-flow
  sink(labels.at(id)); // expect tamga-custom-flow
  sink(labels[id].c_str()); // expect tamga-custom-flow
  sink("it is " + labels[id]); // expect tamga-custom-flow
  sink(codes[id]); // expect tamga-custom-flow
  sink(all[id]); // expect tamga-custom-flow
  sink(numbers[id], numbers.at(id)); // clean
  sink(labels[id].size()); // clean
  sink(labels[id] == "cat"); // clean
  sink(labels[0], labels.back(), labels.size()); // clean
}

void ofMaps(std::map<int, std::string> &byId, const std::unordered_map<int, std::string> &other,
            std::map<int, int> &hits, const std::map<std::string, std::string> &texts) {
  int id = classify();
  sink(byId[id]); // expect tamga-custom-flow
  sink(byId.at(id)); // expect tamga-custom-flow
  sink(other.at(id)); // expect tamga-custom-flow
  auto found = other.find(id);
  if (found != other.end())
    sink(found->second); // expect tamga-custom-flow
  sink(texts.at(std::to_string(id))); // expect tamga-custom-flow
  sink(hits[id]); // clean
  auto hit = hits.find(id);
  sink(hit != hits.end()); // clean
  sink(byId.at(3), other.find(4)->second); // clean
}

void kept(const std::vector<std::string> &labels) {
  int id = classify();
  std::string copy = labels[id];
  sink(copy); // expect tamga-custom-flow
  const std::string &reference = labels[id];
  sink(reference); // expect tamga-custom-flow
  std::string_view view = labels[id];
  sink(view); // expect tamga-custom-flow
  std::vector<std::string> shown;
  shown.push_back(labels[id]);
  sink(shown[0]); // expect tamga-custom-flow
  copy = labels[0];
  sink(copy); // overwritten
  sink(labels[1]); // clean
}

//== Calls: an element of text chosen by a parameter
static const std::string &nameOf(int id) { return names[id]; }
static std::string copyOf(int id) { return names[id]; }
static const char *wordOf(int id) { return id < 3 ? words[id] : "unknown"; }
static const Entry &entryOf(int id) { return entries[id]; }
static const std::string &titleOf(const Entry &entry) { return entry.title; }
static int countOf(const Entry &entry) { return entry.count; }
static void show(const std::string &text) { sink(text); } // expect tamga-custom-flow
static void showTitle(const Entry &entry) { sink(entry.title); } // expect tamga-custom-flow
static void showCount(const Entry &entry) { sink(entry.count); } // clean
static void fill(std::string &out, int id) { out = names[id]; }
struct Names {
  std::vector<std::string> list;
  const std::string &operator[](int id) const { return list[id]; }
  std::string get(int id) const { return id < 0 ? "none" : list.at(id); }
};

void throughFunctions(const Names &list) {
  sink(nameOf(classify())); // expect tamga-custom-flow
  sink(copyOf(classify())); // expect tamga-custom-flow
  sink(wordOf(classify())); // expect tamga-custom-flow
  sink(entryOf(classify()).title); // expect tamga-custom-flow
  sink(titleOf(entries[classify()])); // expect tamga-custom-flow
  sink(list[classify()]); // expect tamga-custom-flow
  sink(list.get(classify())); // expect tamga-custom-flow
  std::string text;
  fill(text, classify());
  sink(text); // expect tamga-custom-flow
  fill(text, 2);
  sink(text); // overwritten
  sink(entryOf(classify()).count); // clean
  sink(countOf(entries[classify()])); // clean
  sink(nameOf(1), copyOf(2), wordOf(0)); // clean
}

void toFunctions() {
  show(names[classify()]);
  showTitle(entries[classify()]);
  showCount(entries[classify()]);
}

void inALambda(const std::vector<std::string> &labels) {
  auto name = [&](int id) { return labels[id]; };
  sink(name(classify())); // expect tamga-custom-flow
  sink(name(3)); // clean
}

//== Algorithms: the greatest element
void greatest(const std::vector<std::string> &labels) {
  const std::vector<float> &all = scores();
  auto best = std::max_element(all.begin(), all.end());
  sink(labels[best - all.begin()]); // expect tamga-custom-flow
  sink(labels[std::distance(all.begin(), best)]); // expect tamga-custom-flow
  auto place = std::ranges::max_element(all);
  sink(words[place - all.begin()]); // expect tamga-custom-flow
  const float *first = all.data();
  const float *top = std::max_element(first, first + all.size());
  sink(words[top - first]); // expect tamga-custom-flow
  sink(labels[all.size() - 1]); // clean
  sink(labels[all.end() - all.begin() - 1]); // clean
  std::vector<float> own = {1, 2};
  sink(labels[std::max_element(own.begin(), own.end()) - own.begin()]); // clean
}

//== Kinds: only those that the rule names, and their labels
void others(const std::vector<std::string> &labels) {
  sink(age()); // expect tamga-custom-flow
  sink(labels[age()]); // clean
  sink(label(labels[classify()])); // clean
}

//== Control: the index that is kept beside the greatest value
void byHand(const std::vector<std::string> &labels, const float *given) {
  const std::vector<float> &all = scores();
  int best = 0;
  float most = 0;
  for (unsigned index = 0; index < all.size(); ++index) {
    if (all[index] > most) {
      best = int(index);
      most = all[index];
    }
  }
  sink(labels[best]); // expect tamga-custom-flow
  sink(best); // expect tamga-custom-flow
  int lowest = 0;
  for (int index = 0; index < 9; ++index)
    if (given[index] <= most) {
      most = given[index];
      lowest = index;
    }
  sink(labels[lowest]); // expect tamga-custom-flow
}

void byIndexAlone(const std::vector<std::string> &labels, const float *given) {
  const std::vector<float> &all = scores();
  const float *raw = all.data();
  unsigned best = 0, other = 0, third = 0;
  for (unsigned index = 1; index < all.size(); ++index)
    if (all[index] > all[best])
      best = index;
  sink(labels[best]); // expect tamga-custom-flow
  for (unsigned index = 1; index < all.size(); ++index)
    if (raw[other] < raw[index])
      other = index;
  sink(labels[other]); // expect tamga-custom-flow
  for (unsigned index = 1; index < 9; ++index)
    if (given[index] > given[third])
      third = index;
  sink(labels[third]); // clean
}

void notTheGreatest(const std::vector<std::string> &labels, const float *given) {
  int best = 0, over = 0, last = 0;
  float most = 0;
  for (int index = 0; index < 9; ++index)
    if (given[index] > most) {
      best = index;
      most = given[index];
    }
  sink(labels[best]); // clean
  float score = scores()[0];
  if (score > 1) {
    score = 1;
    over = 1;
  }
  sink(over); // clean
  for (int index = 0; index < 9; ++index)
    if (scores()[index] > 0.5)
      last = index;
  sink(labels[last]); // clean
}

//== Kinds: what is nothing to read chooses what is
void chosenByHidden(const std::vector<std::string> &vocabulary) {
  const float *all = hidden();
  sink(all[0]); // clean
  sink(vocabulary[std::max_element(all, all + 100) - all]); // expect tamga-custom-flow
}
