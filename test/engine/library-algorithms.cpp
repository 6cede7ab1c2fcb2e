// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <list>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
void sink(bool answer);
void sink(long number);
void sink(std::size_t number);

//== Library: copying algorithms
void copied() {
  std::vector<int> from{1, tainted(), 3}, plain{1, 2, 3}, to(3), other(3), third, fourth(3), fifth(3);
  std::copy(from.begin(), from.end(), to.begin());
  sink(to[0]); // expect tamga-custom-flow
  std::copy_if(from.begin(), from.end(), std::back_inserter(third), [](int x) { return x > 1; });
  sink(third[0]); // expect tamga-custom-flow
  std::copy_n(from.begin(), 2, fourth.begin());
  sink(fourth[1]); // expect tamga-custom-flow
  std::copy_backward(from.begin(), from.end(), fifth.end());
  sink(fifth[2]); // expect tamga-custom-flow
  std::copy(plain.begin(), plain.end(), other.begin());
  sink(other[0]); // clean
  std::reverse_copy(from.begin(), from.end(), other.begin());
  sink(other[1]); // expect tamga-custom-flow
  std::vector<int> six(3), seven(3);
  std::replace_copy(plain.begin(), plain.end(), six.begin(), 1, tainted());
  sink(six[0]); // expect tamga-custom-flow
  std::unique_copy(plain.begin(), plain.end(), seven.begin());
  sink(seven[0]); // clean
  std::remove_copy(plain.begin(), plain.end(), seven.begin(), 2);
  sink(seven[0]); // clean
  int raw[3] = {tainted(), 0, 0}, target[3] = {};
  std::copy(raw, raw + 3, target);
  sink(target[0]); // expect tamga-custom-flow
  std::copy(std::begin(plain), std::end(plain), std::begin(target));
  target[0] = 0;
  sink(target[0]); // overwritten
  to = plain;
  sink(to[0]); // overwritten
}

//== Library: transform and for_each
std::string shout(std::string text) { return text + "!"; }
int size(const std::string &text) { return int(text.size()); }
struct Total {
  int sum = 0;
  void operator()(int number) { sum += number; }
};
void transformed() {
  std::vector<std::string> from{source()}, to, plain{"a"}, other(1);
  std::transform(from.begin(), from.end(), std::back_inserter(to), shout);
  sink(to[0]); // expect tamga-custom-flow
  std::transform(plain.begin(), plain.end(), other.begin(), shout);
  sink(other[0]); // clean
  std::vector<int> sizes(1);
  std::transform(from.begin(), from.end(), sizes.begin(), size);
  sink(sizes[0]); // clean
  std::transform(plain.begin(), plain.end(), from.begin(), other.begin(),
                 [](const std::string &left, const std::string &right) { return left + right; });
  sink(other[0]); // expect tamga-custom-flow
  std::for_each(from.begin(), from.end(), [](const std::string &text) { sink(text); }); // expect tamga-custom-flow
  std::for_each(plain.begin(), plain.end(), [](const std::string &text) { sink(text); }); // clean
  std::for_each(plain.begin(), plain.end(), [](std::string &text) { text = source(); });
  sink(plain[0]); // expect tamga-custom-flow
  std::string all;
  std::for_each(from.begin(), from.end(), [&all](const std::string &text) { all += text; });
  sink(all); // expect tamga-custom-flow
  std::vector<int> numbers{tainted()}, ones{1};
  sink(std::for_each(numbers.begin(), numbers.end(), Total()).sum); // missed tamga-custom-flow
  sink(std::for_each(ones.begin(), ones.end(), Total()).sum);       // clean
  std::for_each_n(numbers.begin(), 1, [](int number) { sink(number); }); // expect tamga-custom-flow
  std::transform(from.begin(), from.end(), from.begin(), [](const std::string &) { return "x"; });
  from = {"y"};
  sink(from[0]); // overwritten
  all = "text";
  sink(all); // overwritten
}

//== Library: filling and generating
void filled() {
  std::vector<int> one(3), two(3), three(3), four(3);
  std::fill(one.begin(), one.end(), tainted());
  sink(one[0]); // expect tamga-custom-flow
  std::fill_n(two.begin(), 2, tainted());
  sink(two[1]); // expect tamga-custom-flow
  std::generate(three.begin(), three.end(), [] { return tainted(); });
  sink(three[0]); // expect tamga-custom-flow
  std::generate_n(std::back_inserter(four), 2, tainted);
  sink(four.back()); // expect tamga-custom-flow
  std::vector<int> five(3), six(3);
  std::fill(five.begin(), five.end(), 7);
  sink(five[0]); // clean
  std::iota(six.begin(), six.end(), 0);
  sink(six[0]); // clean
  std::generate(six.begin(), six.end(), [n = 0]() mutable { return n++; });
  sink(six[0]); // clean
  std::iota(six.begin(), six.end(), tainted());
  sink(six[2]); // expect tamga-custom-flow
  std::fill(one.begin(), one.end(), 0);
  sink(one[0]); // clean
  two.assign(2, 0);
  sink(two[1]); // overwritten
}

//== Library: searching algorithms
void searched() {
  std::vector<std::string> list{"a", source()}, plain{"b", "c"};
  auto found = std::find_if(list.begin(), list.end(), [](const std::string &text) { return text.size() > 3; });
  sink(*found);                                           // expect tamga-custom-flow
  sink(*std::find(list.begin(), list.end(), "a"));        // expect tamga-custom-flow
  sink(*std::max_element(list.begin(), list.end()));      // expect tamga-custom-flow
  sink(*std::lower_bound(list.begin(), list.end(), "a")); // expect tamga-custom-flow
  sink(*std::min_element(plain.begin(), plain.end()));    // clean
  sink(*std::find(plain.begin(), plain.end(), source())); // clean
  sink(std::count(list.begin(), list.end(), "a"));        // clean
  sink(std::any_of(list.begin(), list.end(), [](auto &text) { return text.empty(); })); // clean
  sink(std::binary_search(list.begin(), list.end(), "a")); // clean
  sink(std::equal(list.begin(), list.end(), plain.begin())); // clean
  auto [low, high] = std::minmax_element(list.begin(), list.end());
  sink(*high); // expect tamga-custom-flow
  sink(*low);  // expect tamga-custom-flow
  sink(std::all_of(list.begin(), list.end(), [](const std::string &text) {
    sink(text); // expect tamga-custom-flow
    return true;
  }));
  *std::find(plain.begin(), plain.end(), "c") = source();
  sink(plain[1]); // expect tamga-custom-flow
  std::vector<int> numbers{3, tainted()}, ones{1, 2};
  auto range = std::equal_range(numbers.begin(), numbers.end(), 3);
  sink(*range.first); // expect tamga-custom-flow
  sink(*std::adjacent_find(ones.begin(), ones.end())); // clean
  auto place = std::find(numbers.begin(), numbers.end(), 3);
  place = ones.begin();
  sink(*place); // overwritten
}

//== Library: ordering algorithms
void ordered() {
  std::vector<int> list{3, 1, tainted()}, plain{3, 1, 2};
  std::sort(list.begin(), list.end());
  sink(list[0]); // expect tamga-custom-flow
  std::sort(plain.begin(), plain.end(), std::greater<>());
  sink(plain[0]); // clean
  int raw[3] = {0, tainted(), 0};
  std::reverse(raw, raw + 3);
  sink(raw[1]); // expect tamga-custom-flow
  int other[3] = {0, 0, tainted()};
  std::sort(std::begin(other), std::end(other));
  sink(other[0]); // expect tamga-custom-flow
  std::rotate(plain.begin(), plain.begin() + 1, plain.end());
  sink(plain[0]); // clean
  auto end = std::remove(list.begin(), list.end(), 1);
  sink(*list.begin()); // expect tamga-custom-flow
  list.erase(end, list.end());
  sink(list[0]); // expect tamga-custom-flow
  std::nth_element(plain.begin(), plain.begin() + 1, plain.end());
  sink(plain[1]); // clean
  std::vector<int> sorted(2);
  std::partial_sort_copy(list.begin(), list.end(), sorted.begin(), sorted.end());
  sink(sorted[0]); // expect tamga-custom-flow
  std::stable_sort(plain.begin(), plain.end(), [](int a, int b) { return a < b; });
  sink(plain[2]); // clean
  std::iter_swap(plain.begin(), list.begin());
  sink(plain[0]); // expect tamga-custom-flow
  std::vector<int> swapped{5};
  std::swap_ranges(swapped.begin(), swapped.end(), list.begin());
  sink(swapped[0]); // expect tamga-custom-flow
  swapped = {1};
  sink(swapped[0]); // overwritten
  std::stable_partition(list.begin(), list.end(), [](int x) { return x > 2; });
  sink(list[1]); // expect tamga-custom-flow
}

//== Library: merging, heaps and sets of ranges
void merged() {
  std::vector<int> list{1, tainted()}, plain{2, 3}, one(4), two, three, four;
  std::merge(list.begin(), list.end(), plain.begin(), plain.end(), one.begin());
  sink(one[0]); // expect tamga-custom-flow
  std::set_union(plain.begin(), plain.end(), list.begin(), list.end(), std::back_inserter(two));
  sink(two[0]); // expect tamga-custom-flow
  std::set_difference(plain.begin(), plain.end(), list.begin(), list.end(), std::back_inserter(three));
  sink(three[0]); // clean
  std::set_intersection(list.begin(), list.end(), plain.begin(), plain.end(), std::back_inserter(four));
  sink(four[0]); // expect tamga-custom-flow
  std::make_heap(list.begin(), list.end());
  std::pop_heap(list.begin(), list.end());
  sink(list.back()); // expect tamga-custom-flow
  std::push_heap(plain.begin(), plain.end());
  std::sort_heap(plain.begin(), plain.end());
  sink(plain.front()); // clean
  sink(std::includes(list.begin(), list.end(), plain.begin(), plain.end())); // clean
  std::vector<int> joined(4);
  std::merge(plain.begin(), plain.end(), plain.begin(), plain.end(), joined.begin());
  sink(joined[0]); // clean
  joined = list;
  sink(joined[1]); // expect tamga-custom-flow
  joined.clear();
  joined.resize(2);
  sink(joined[1]); // overwritten
}

//== Library: least and greatest
void extremes() {
  int number = tainted(), one = 1;
  sink(std::max(number, one)); // expect tamga-custom-flow
  sink(std::min(3, number));   // expect tamga-custom-flow
  sink(std::max(one, 2));      // clean
  sink(std::clamp(number, 0, 9)); // expect tamga-custom-flow
  sink(std::clamp(one, 0, 9));    // clean
  auto [low, high] = std::minmax(one, number);
  sink(high); // expect tamga-custom-flow
  sink(std::min({one, 4})); // clean
  sink(std::max(number, one, [](int a, int b) { return a < b; })); // expect tamga-custom-flow
  sink(std::midpoint(number, one)); // expect tamga-custom-flow
  int &least = const_cast<int &>(std::max(number, number));
  least = 0;
  sink(number); // overwritten
}

//== Library: numeric
void numeric() {
  std::vector<int> list{1, tainted()}, plain{1, 2}, sums(2), steps(2), scans(2), clean(2);
  sink(std::accumulate(list.begin(), list.end(), 0));  // expect tamga-custom-flow
  sink(std::accumulate(plain.begin(), plain.end(), 0)); // clean
  sink(std::accumulate(plain.begin(), plain.end(), tainted())); // expect tamga-custom-flow
  sink(std::accumulate(list.begin(), list.end(), std::string(), [](std::string text, int number) { // expect tamga-custom-flow
    return text + std::to_string(number);
  }));
  sink(std::accumulate(list.begin(), list.end(), 0, [](int count, int) { return count + 1; })); // clean
  sink(std::reduce(list.begin(), list.end()));  // expect tamga-custom-flow
  sink(std::reduce(plain.begin(), plain.end(), 1)); // clean
  sink(std::inner_product(plain.begin(), plain.end(), list.begin(), 0)); // expect tamga-custom-flow
  std::partial_sum(list.begin(), list.end(), sums.begin());
  sink(sums[1]); // expect tamga-custom-flow
  std::adjacent_difference(list.begin(), list.end(), steps.begin());
  sink(steps[1]); // expect tamga-custom-flow
  std::inclusive_scan(list.begin(), list.end(), scans.begin());
  sink(scans[0]); // expect tamga-custom-flow
  std::partial_sum(plain.begin(), plain.end(), clean.begin());
  sink(clean[0]); // clean
  sink(std::transform_reduce(list.begin(), list.end(), 0, std::plus<>(), [](int x) { return x * 2; })); // expect tamga-custom-flow
  sink(std::gcd(tainted(), 12)); // expect tamga-custom-flow
  sink(std::gcd(8, 12));         // clean
  sums.assign(2, 0);
  sink(sums[1]); // overwritten
}

//== Library: erase and erase_if
void erased() {
  std::vector<int> list{1, tainted()}, plain{1, 2};
  sink(std::erase(list, 1)); // clean
  sink(list[0]);             // expect tamga-custom-flow
  std::erase_if(list, [](int x) {
    sink(x); // expect tamga-custom-flow
    return x > 3;
  });
  sink(list.back()); // expect tamga-custom-flow
  std::erase(plain, tainted());
  sink(plain[0]); // clean
  std::erase_if(plain, [](int x) { return x > 1; });
  sink(plain[0]); // clean
  std::string text = source();
  std::erase(text, ' ');
  sink(text); // expect tamga-custom-flow
  std::map<int, std::string> map{{1, source()}};
  std::erase_if(map, [](const auto &entry) { return entry.first > 1; });
  sink(map[1]); // expect tamga-custom-flow
  map[1] = "x";
  sink(map[1]); // overwritten
}
