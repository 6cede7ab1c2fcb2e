// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -isystem /usr/include/opencv4
// A sorting line for fruit: a net tells classes, and what people read is a name that the class
// has chosen. Counts and weights by class are the programmer's numbers.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <opencv2/dnn.hpp>
#include <opencv2/highgui.hpp>
#include <opencv2/imgproc.hpp>
#include <string>
#include <vector>

struct Fruit {
  std::string name;
  const char *origin;
  int price;
};

class Catalogue {
public:
  const Fruit &operator[](int id) const { return fruits[id]; }
  const std::string &nameOf(int id) const {
    auto found = names.find(id);
    return found == names.end() ? unknown : found->second;
  }
  int priceOf(int id) const { return fruits.at(id).price; }

private:
  std::vector<Fruit> fruits;
  std::map<int, std::string> names;
  std::string unknown = "unknown";
};

class Classifier {
public:
  explicit Classifier(const std::string &path) : net(cv::dnn::readNet(path)) {}
  int classOf(const cv::Mat &picture) {
    cv::Point place;
    cv::minMaxLoc(scores(picture), nullptr, nullptr, nullptr, &place);
    return place.x;
  }
  cv::Mat scores(const cv::Mat &picture) {
    net.setInput(cv::dnn::blobFromImage(picture));
    return net.forward();
  }

private:
  cv::dnn::Net net;
};

static void screen(const std::string &text) {
  std::cout << text << '\n'; // expect tamga-label-missing
}

static void told(const std::string &text) {
  std::cout << "Recognised by AI: " << text << '\n'; // clean
}

void line(Classifier &classifier, const Catalogue &catalogue, const cv::Mat &picture) {
  int id = classifier.classOf(picture);
  screen(catalogue.nameOf(id));
  std::puts(catalogue[id].origin); // expect tamga-label-missing
  std::printf("%d\n", catalogue[id].price); // clean
  std::printf("%d\n", catalogue.priceOf(id)); // clean
  std::puts(catalogue[0].origin); // clean
}

void lineTold(Classifier &classifier, const Catalogue &catalogue, const cv::Mat &picture) {
  told(catalogue.nameOf(classifier.classOf(picture)));
}

void overlay(Classifier &classifier, const std::vector<std::string> &labels, cv::Mat picture) {
  std::string text = cv::format("%s", labels[classifier.classOf(picture)].c_str());
  cv::putText(picture, text, {4, 20}, cv::FONT_HERSHEY_SIMPLEX, 1, {255, 255, 255});
  cv::imshow("line", picture); // expect tamga-label-missing
}

void overlayTold(Classifier &classifier, const std::vector<std::string> &labels, cv::Mat picture) {
  std::string text = labels[classifier.classOf(picture)];
  cv::putText(picture, text, {4, 20}, cv::FONT_HERSHEY_SIMPLEX, 1, {255, 255, 255});
  cv::putText(picture, "AI-generated", {4, 40}, cv::FONT_HERSHEY_SIMPLEX, 1, {255, 255, 255}); // label
  cv::imshow("line", picture); // clean
}

void report(Classifier &classifier, const cv::Mat &picture, std::map<int, int> &counts,
            const std::vector<const char *> &labels) {
  int id = classifier.classOf(picture);
  ++counts[id];
  std::ofstream out("counts.txt");
  out << counts[id] << '\n'; // clean
  out << labels[id] << '\n'; // expect tamga-label-missing
  out << labels.size() << '\n'; // clean
}

// The greatest score, by the library and by hand.
void greatest(Classifier &classifier, const cv::Mat &picture, const std::vector<std::string> &labels) {
  cv::Mat result = classifier.scores(picture);
  const float *scores = result.ptr<float>(0);
  size_t count = result.total();
  std::puts(labels[std::max_element(scores, scores + count) - scores].c_str()); // expect tamga-label-missing
  size_t best = 0;
  float most = scores[0];
  for (size_t index = 1; index < count; ++index)
    if (scores[index] > most) {
      most = scores[index];
      best = index;
    }
  std::puts(labels[best].c_str()); // expect tamga-label-missing
  std::puts(labels[count - 1].c_str()); // clean
}

// The longest name is chosen by no net.
void longest(const std::vector<std::string> &labels) {
  size_t best = 0, most = 0;
  for (size_t index = 0; index < labels.size(); ++index)
    if (labels[index].size() > most) {
      most = labels[index].size();
      best = index;
    }
  std::puts(labels[best].c_str()); // clean
}
