// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic --check tamga-label-lost --check tamga-label-invalid -- -std=c++17 -I %S/../../mock -I /usr/include/opencv4
// Warnings that nobody can perceive.
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

const int font = cv::FONT_HERSHEY_SIMPLEX;
const cv::Scalar white(255, 255, 255);

void readable(cv::Mat &picture) {
  cv::putText(picture, "AI-generated", cv::Point(10, 30), font, 1.0, white); // clean
}

void tiny(cv::Mat &picture) {
  cv::putText(picture, "AI-generated", cv::Point(10, 30), font, 0.1, white); // expect tamga-label-invalid
}

void outside(cv::Mat &picture) {
  cv::putText(picture, "AI-generated", cv::Point(-500, 30), font, 1.0, white); // expect tamga-label-invalid
}

void above(cv::Mat &picture) {
  cv::putText(picture, "AI-generated", cv::Point(10, -5), font, 1.0, white); // expect tamga-label-invalid
}

void write(cv::Mat &picture, double scale) {
  cv::putText(picture, "AI-generated", {10, 30}, font, scale, white); // expect tamga-label-invalid
}

void smallSomewhere(cv::Mat &picture) { write(picture, 0.05); }

void otherWords(cv::Mat &picture) {
  cv::putText(picture, "12:30", cv::Point(10, 30), font, 0.1, white); // clean
}
