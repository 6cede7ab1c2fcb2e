// RUN: %check %s --pack kz --check tamga-consent-missing -- -std=c++20 -I %S/../../checks/include
// Where data of people comes from. (Names and signatures of Qt 6.5, libpqxx 7.7.)
#include <string>
#include <tamga/annotations.h>

class QString {
public:
  QString(const char *text);
  std::string toStdString() const;
};
class QVariant {
public:
  QString toString() const;
};
class QSqlQuery {
public:
  QVariant value(const QString &name) const;
};
class QGeoCoordinate {
public:
  double latitude() const;
};
class QContactEmailAddress {
public:
  QString emailAddress() const;
};
namespace pqxx {
struct field {
  const char *c_str() const;
};
struct row {
  field operator[](const char *name) const;
};
} // namespace pqxx

bool has_consent();
void store(TAMGA_SINK(sink.database) const std::string &text);
void keep(TAMGA_SINK(sink.database) double number);

void columns(const pqxx::row &row) {
  store(row["iin"].c_str());    // expect tamga-consent-missing
  store(row["colour"].c_str()); // clean
}

void position(const QGeoCoordinate &coordinate) {
  keep(coordinate.latitude()); // expect tamga-consent-missing // expect tamga-consent-missing
}

void positionAllowed(const QGeoCoordinate &coordinate) {
  if (has_consent())
    keep(coordinate.latitude()); // clean
}

void contact(const QContactEmailAddress &address) {
  store(address.emailAddress().toStdString()); // expect tamga-consent-missing
}
