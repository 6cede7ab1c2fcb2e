// What `mutate` analyses: something for each rule shape of tamga.json and pack.json beside it.
#include <string>

struct Person { std::string question, iin, phone; };
std::string complete(const std::string &prompt);
std::string withNotice(const std::string &text);
bool agreed(const Person &person);
void show(const std::string &text);
void save(const std::string &text);

void reply(const Person &person) {
  show(complete(person.question));
  show(withNotice(complete(person.question)));
  if (agreed(person))
    save(person.iin);
  else
    save(person.phone);
}

void keep(Person *people, int count) {
  for (int index = 0; index < count; ++index)
    save(people[index].iin);
}

void demonstrate() { show(complete("hello")); }

int main() {
  Person person;
  reply(person);
  keep(&person, 1);
  demonstrate();
}
