// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -isystem /usr/include/opencv4
// OpenCV's own classes for faces, and those that learn from data: what they decide is AI output.
// A cascade tells places by fixed rules.
#include <cstdio>
#include <iostream>
#include <opencv2/face.hpp>
#include <opencv2/highgui.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/ml.hpp>
#include <opencv2/objdetect.hpp>
#include <opencv2/photo.hpp>
#include <string>
#include <vector>

void found(cv::FaceDetectorYN &detector, cv::Mat picture) {
  cv::Mat faces;
  detector.detect(picture, faces);
  for (int row = 0; row < faces.rows; ++row) {
    std::cout << "at " << faces.at<float>(row, 0) << '\n'; // expect tamga-label-missing
    cv::rectangle(picture, cv::Rect2i(int(faces.at<float>(row, 0)), 0, 9, 9), {0, 255, 0});
  }
  cv::imshow("faces", picture); // expect tamga-label-missing
}

void foundByRules(cv::CascadeClassifier &cascade, cv::Mat picture) {
  std::vector<cv::Rect> faces;
  cascade.detectMultiScale(picture, faces);
  for (const cv::Rect &face : faces)
    cv::rectangle(picture, face, {0, 255, 0});
  cv::imshow("faces", picture); // clean
}

void alike(cv::FaceRecognizerSF &recognizer, const cv::Mat &first, const cv::Mat &second) {
  double likeness = recognizer.match(first, second);
  std::printf("%.2f\n", likeness); // expect tamga-label-missing
}

void alikeTold(cv::FaceRecognizerSF &recognizer, const cv::Mat &first, const cv::Mat &second) {
  std::printf("compared by AI: %.2f\n", recognizer.match(first, second)); // clean
}

void whose(cv::face::FaceRecognizer &recognizer, const cv::Mat &face, cv::Mat frame,
           const std::vector<std::string> &names) {
  int who = -1;
  double distance = 0;
  recognizer.predict(face, who, distance);
  std::string text = distance < 50 ? names[who] : "unknown";
  cv::putText(frame, text, {4, 20}, cv::FONT_HERSHEY_SIMPLEX, 1, {255, 255, 255});
  cv::imshow("frame", frame); // expect tamga-label-missing
  std::printf("%.1f\n", distance); // expect tamga-label-missing
  std::puts(names[0].c_str()); // clean
}

void swapped(cv::face::Facemark &facemark, const cv::Mat &one, cv::Mat other) {
  std::vector<cv::Rect> faces;
  std::vector<std::vector<cv::Point2f>> shapes;
  facemark.fit(one, faces, shapes);
  std::vector<cv::Point> hull;
  for (const cv::Point2f &point : shapes[0])
    hull.push_back(cv::Point(int(point.x), int(point.y)));
  cv::Mat mask = cv::Mat::zeros(other.rows, other.cols, other.depth()), result;
  cv::fillConvexPoly(mask, hull.data(), int(hull.size()), cv::Scalar(255));
  cv::seamlessClone(one, other, mask, {9, 9}, result, cv::NORMAL_CLONE);
  cv::imshow("swapped", result); // expect tamga-label-missing
  cv::imshow("other", other); // clean
}

void learned(cv::Ptr<cv::ml::SVM> machine, const cv::Mat &features) {
  static const char *const moods[] = {"calm", "glad"};
  float mood = machine->predict(features);
  std::puts(moods[int(mood)]); // expect tamga-label-missing
  cv::Mat all;
  machine->predict(features, all);
  std::cout << all.at<float>(0) << '\n'; // expect tamga-label-missing
  std::cout << features.rows << '\n'; // clean
}
