// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++17 -isystem /usr/include/opencv4
// OpenCV: what is computed from the output of a net, picture by picture, is still its output.
#include <opencv2/dnn.hpp>
#include <opencv2/highgui.hpp>
#include <opencv2/imgproc.hpp>
#include <vector>

void heat(cv::dnn::Net &net, cv::Mat frame) {
  cv::Mat depth = net.forward(), colours;
  cv::applyColorMap(depth, colours, cv::COLORMAP_JET);
  cv::addWeighted(frame, 0.4, colours, 0.6, 0.0, frame);
  cv::imshow("depth", frame); // expect tamga-label-missing
}

void heatOfCamera(cv::Mat frame) {
  cv::Mat colours;
  cv::applyColorMap(frame, colours, cv::COLORMAP_JET);
  cv::imshow("warm", colours); // clean
}

void heatLabelled(cv::dnn::Net &net) {
  cv::Mat depth = net.forward(), colours;
  cv::applyColorMap(depth, colours, cv::COLORMAP_JET);
  cv::putText(colours, "AI-generated", {4, 20}, cv::FONT_HERSHEY_SIMPLEX, 1, {255, 255, 255}); // label
  cv::imshow("depth", colours); // clean
}

void outlines(cv::dnn::Net &net, cv::Mat frame) {
  cv::Mat map = net.forward(), mask;
  cv::inRange(map, 0.5, 1.0, mask);
  cv::morphologyEx(mask, mask, cv::MORPH_OPEN, cv::Mat());
  std::vector<std::vector<cv::Point>> found;
  cv::findContours(mask, found, cv::RETR_LIST, cv::CHAIN_APPROX_SIMPLE);
  for (const std::vector<cv::Point> &one : found)
    cv::polylines(frame, one, true, cv::Scalar(0, 0, 255));
  cv::imshow("found", frame); // expect tamga-label-missing
}

void outlinesOfCamera(cv::dnn::Net &net, cv::Mat frame) {
  cv::Mat map = net.forward(), mask;
  cv::inRange(frame, 0.5, 1.0, mask);
  std::vector<std::vector<cv::Point>> found;
  cv::findContours(mask, found, cv::RETR_LIST, cv::CHAIN_APPROX_SIMPLE);
  cv::drawContours(frame, found, -1, cv::Scalar(0, 0, 255));
  cv::imshow("found", frame); // clean
}

void squares(cv::dnn::Net &net) {
  cv::Mat map = net.forward(), result;
  cv::pow(map, 2, result);
  cv::imshow("squares", result); // expect tamga-label-missing
}

void palette(cv::dnn::Net &net, const cv::Mat &colours) {
  cv::Mat classes = net.forward(), result;
  cv::LUT(classes, colours, result);
  cv::imshow("classes", result); // expect tamga-label-missing
}

void length(cv::dnn::Net &net, const cv::Mat &vertical) {
  cv::Mat horizontal = net.forward(), result;
  cv::magnitude(horizontal, vertical, result);
  cv::imshow("flow", result); // expect tamga-label-missing
}

void anew(cv::dnn::Net &net, cv::Mat frame) {
  cv::Mat result = net.forward();
  cv::normalize(result, result);
  result = frame.clone();
  cv::applyColorMap(result, result, cv::COLORMAP_JET);
  cv::imshow("camera", result); // overwritten
}
