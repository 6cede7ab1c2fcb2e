// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++17 -isystem /usr/include/opencv4
// OpenCV: what is computed from the output of a net, picture by picture, is still its output.
#include <opencv2/dnn.hpp>
#include <opencv2/highgui.hpp>
#include <opencv2/imgproc.hpp>
#include <cstdio>
#include <iostream>
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

// Where the greatest score is says which class it is.
void classified(cv::dnn::Net &net) {
  cv::Mat scores = net.forward();
  double confidence = 0;
  cv::Point place;
  cv::minMaxLoc(scores.reshape(1, 1), nullptr, &confidence, nullptr, &place);
  printf("%f", confidence); // expect tamga-label-missing
  printf("%d", place.x);    // expect tamga-label-missing
}

// How large a result is the net does not decide; a matrix that is put together is no output.
void measured(cv::dnn::Net &net) {
  cv::Mat result = net.forward();
  printf("%d parts", result.size[1]); // clean
  cv::Mat pair = (cv::Mat_<float>(1, 2) << result.at<float>(0, 0), result.at<float>(0, 1)); // clean
  std::cout << pair; // expect tamga-label-missing
}

void nextFrame(cv::dnn::Net &net, cv::VideoCapture &camera) {
  cv::Mat frame;
  while (camera.read(frame)) {
    cv::Mat shot = frame.clone();
    cv::imwrite("shot.png", shot); // overwritten
    cv::Mat found = net.forward();
    cv::circle(frame, {int(found.at<float>(0)), int(found.at<float>(1))}, 4, {0, 0, 255});
    cv::imshow("found", frame); // expect tamga-label-missing
  }
}

void nextFrameOfStream(cv::dnn::Net &net, cv::VideoCapture &camera) {
  cv::Mat frame;
  for (;;) {
    cv::imwrite("last.png", frame); // expect tamga-label-missing
    camera >> frame;
    cv::imwrite("shot.png", frame); // overwritten
    cv::Mat found = net.forward();
    cv::circle(frame, {int(found.at<float>(0)), int(found.at<float>(1))}, 4, {0, 0, 255});
  }
}

// How large a picture is is no part of what it shows.
void sizes(cv::dnn::Net &net, cv::VideoCapture &camera) {
  cv::Mat result = net.forward();
  cv::Mat found(result.size[2], result.size[3], CV_32F, result.ptr<float>());
  std::cout << result.dims << found.rows << found.cols; // clean
  cv::Mat frame;
  camera >> frame;
  cv::circle(frame, {int(found.at<float>(0, 3)), int(found.at<float>(0, 4))}, 4, {0, 0, 255});
  printf("%d x %d", frame.cols, frame.rows);             // clean
  printf("%d", int(found.at<float>(0, 3) * frame.cols)); // expect tamga-label-missing
}

// What is kept for programs nobody reads; words beside it somebody does.
void kept(cv::dnn::Net &net, cv::FileStorage &storage) {
  cv::Mat features = net.forward();
  storage << "features" << features;                // clean
  storage.write("features", features.at<float>(0)); // clean
  std::cout << features;                            // expect tamga-label-missing
}
