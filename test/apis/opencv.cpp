// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-consent-missing -- -std=c++20 -isystem /usr/include/opencv4
// OpenCV: pictures are values, faces need consent, what a net says is AI output.
#include <opencv2/dnn.hpp>
#include <opencv2/face.hpp>
#include <opencv2/highgui.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>
#include <opencv2/videoio.hpp>
#include <cstdio>

void camera(cv::VideoCapture &camera) {
  cv::Mat frame, grey, small;
  camera.read(frame);
  cv::imwrite("a.png", frame); // expect tamga-consent-missing
  cv::imwrite("b.png", frame(cv::Rect(0, 0, 9, 9))); // expect tamga-consent-missing
  cv::imwrite("c.png", frame.clone()); // expect tamga-consent-missing
  cv::cvtColor(frame, grey, cv::COLOR_BGR2GRAY);
  cv::resize(grey, small, cv::Size(9, 9));
  cv::imwrite("d.png", small); // expect tamga-consent-missing
  cv::Mat copy = frame;
  cv::imwrite("e.png", copy); // expect tamga-consent-missing
  std::vector<uchar> bytes;
  cv::imencode(".jpg", frame, bytes);
  FILE *file = fopen("f.jpg", "wb");
  fwrite(bytes.data(), 1, bytes.size(), file); // expect tamga-consent-missing
  cv::imshow("camera", frame);
  cv::imwrite("g.png", cv::imread("f.png"));
}

void recording(cv::VideoCapture &camera, cv::VideoWriter &video) {
  cv::Mat frame;
  camera >> frame;
  video.write(frame); // expect tamga-consent-missing
  video << frame; // expect tamga-consent-missing
}

void faces(cv::CascadeClassifier &cascade, cv::FaceDetectorYN &detector,
           cv::FaceRecognizerSF &recognizer, const cv::Mat &picture) {
  std::vector<cv::Rect> boxes;
  cascade.detectMultiScale(picture, boxes); // expect tamga-consent-missing
  cv::Mat found, aligned, feature;
  detector.detect(picture, found); // expect tamga-consent-missing
  recognizer.alignCrop(picture, found.row(0), aligned); // expect tamga-consent-missing
  recognizer.feature(aligned, feature); // expect tamga-consent-missing
  recognizer.match(feature, feature); // expect tamga-consent-missing
}

void recognition(cv::face::FaceRecognizer &recognizer, const cv::Mat &picture,
                 const std::vector<cv::Mat> &pictures, const std::vector<int> &people) {
  recognizer.train(pictures, people); // expect tamga-consent-missing
  int who = -1;
  double distance = 0;
  recognizer.predict(picture, who, distance); // expect tamga-consent-missing
}

void nets(cv::dnn::Net &net, cv::dnn::ClassificationModel &model, const cv::Mat &picture) {
  net.setInput(cv::dnn::blobFromImage(picture));
  cv::Mat scores = net.forward();
  printf("%f", scores.at<float>(0, 0)); // expect tamga-label-missing
  int kind = 0;
  float confidence = 0;
  model.classify(picture, kind, confidence);
  printf("%d %f", kind, confidence); // expect tamga-label-missing
}

void drawing(cv::dnn::TextRecognitionModel &reader, const cv::Mat &page) {
  cv::Mat canvas(64, 640, CV_8UC1);
  std::string text = reader.recognize(page);
  cv::putText(canvas, text, cv::Point(9, 9), cv::FONT_HERSHEY_PLAIN, 1, cv::Scalar(0));
  cv::imshow("page", canvas); // expect tamga-label-missing
  cv::putText(canvas, "AI-generated", cv::Point(9, 30), cv::FONT_HERSHEY_PLAIN, 1, cv::Scalar(0));
  cv::imshow("page", canvas);
}

// Planes that a net has coloured are put together from an array.
void colour(cv::dnn::Net net, const cv::Mat &light, const cv::Mat &plain) {
  cv::Mat made = net.forward();
  cv::Mat plane(cv::Size(9, 9), CV_32F, made.ptr(0, 0)), whole, shown, grey;
  cv::Mat planes[] = {light, plain, plane}, lights[] = {light, plain, light};
  cv::merge(planes, 3, whole);
  cv::cvtColor(whole, shown, cv::COLOR_Lab2BGR);
  cv::imshow("colour", shown); // expect tamga-label-missing
  cv::merge(lights, 3, grey);
  cv::imshow("grey", grey);
}
