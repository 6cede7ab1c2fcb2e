// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Which override runs.
int tainted();
int other();
bool more();
void sink(int number);
void sink(const char *text);
const char *source();
struct Animal {
  virtual ~Animal() = default;
  virtual int voice() const { return 1; }
  virtual void feed(int food) { last = food; }
  virtual int weight() const = 0;
  int last = 0;
  int loud() const { return voice() * 2; }
};
struct Dog : Animal {
  int voice() const override { return tainted(); }
  int weight() const override { return last; }
};
struct Fish : Animal {
  void feed(int) override { last = 0; }
  int weight() const override { return 3; }
};
struct Puppy final : Dog {
  int weight() const override { return 1; }
};

//== Calls: virtual dispatch
struct Cage {
  Animal *animal;
  Animal &guest;
};
void anyAnimal(Animal &animal) {
  sink(animal.voice()); // expect tamga-custom-flow
  sink(animal.loud());  // expect tamga-custom-flow
}
void throughPointer(Animal *animal) {
  animal->feed(tainted());
  sink(animal->weight()); // expect tamga-custom-flow
}
void throughMember(Cage cage) {
  sink(cage.animal->voice()); // expect tamga-custom-flow
  sink(cage.guest.voice());   // expect tamga-custom-flow
}
void qualified(Dog &dog) {
  sink(dog.Animal::voice()); // clean
  sink(dog.voice());         // expect tamga-custom-flow
}
struct Plant {
  virtual int height() const { return 2; }
  virtual const char *name() const = 0;
  virtual ~Plant() = default;
};
struct Tree : Plant {
  int height() const override { return 5 * other(); }
  const char *name() const override { return "tree"; }
};
void anyPlant(const Plant &plant, const Tree *tree) {
  sink(plant.height()); // clean
  sink(plant.name());   // clean
  sink(tree->name());   // clean
  int number = tainted();
  number = plant.height();
  sink(number); // overwritten
}

//== Calls: exact dispatch
void exact() {
  Fish fish;
  Animal &animal = fish;
  sink(animal.voice()); // clean
  animal.feed(tainted());
  sink(animal.last);     // clean
  sink(animal.weight()); // clean
  Dog dog;
  Animal *pointer = &dog;
  sink(pointer->voice()); // expect tamga-custom-flow
  pointer = &fish;
  sink(pointer->voice()); // overwritten
}
void made(bool which) {
  Animal *animal = new Fish;
  sink(animal->voice()); // clean
  delete animal;
  animal = which ? static_cast<Animal *>(new Dog) : new Fish;
  sink(animal->voice()); // expect tamga-custom-flow
  delete animal;
}
int voiceOf(const Animal &animal) { return animal.voice(); }
int exactVoice() {
  Fish fish;
  return voiceOf(fish);
}
void finalClass(Puppy &puppy) {
  puppy.feed(tainted());
  sink(puppy.weight()); // clean
  sink(puppy.voice());  // expect tamga-custom-flow
}
void inArray() {
  Fish first;
  Dog second;
  Animal *animals[] = {&first, &second};
  sink(animals[0]->voice()); // clean
  sink(animals[1]->voice()); // expect tamga-custom-flow
}

//== Calls: exact dispatch in a callee
void ofExactTypes() {
  Fish fish;
  Dog dog;
  sink(voiceOf(fish));  // clean
  sink(voiceOf(dog));   // expect tamga-custom-flow
  sink(fish.loud());    // clean
  sink(exactVoice());   // clean
  sink(dog.loud());     // expect tamga-custom-flow
  Animal &animal = fish;
  sink(voiceOf(animal)); // clean
  Puppy puppy;
  sink(voiceOf(puppy)); // expect tamga-custom-flow
  int voice = voiceOf(puppy);
  voice = voiceOf(fish);
  sink(voice); // overwritten
}

//== Calls: multiple and virtual inheritance
struct Reader {
  virtual ~Reader() = default;
  virtual const char *read() { return "nothing"; }
  int position = 0;
};
struct Writer {
  virtual ~Writer() = default;
  virtual void write(const char *text) { kept = text; }
  const char *kept = "empty";
};
struct File : Reader, Writer {
  const char *read() override { return kept; }
};
struct Null : Reader, Writer {
  void write(const char *) override {}
};
void copyAll(Reader &from, Writer &to) { to.write(from.read()); }
void twoBases() {
  File file, copy;
  Null null;
  Writer &writer = file;
  writer.write(source());
  sink(file.kept);     // expect tamga-custom-flow
  sink(file.position); // clean
  Reader *reader = &file;
  sink(reader->read()); // expect tamga-custom-flow
  copyAll(file, copy);
  sink(copy.kept); // expect tamga-custom-flow
  Writer &hole = null;
  hole.write(source());
  sink(null.kept); // clean
  writer.write("text");
  sink(file.read()); // overwritten
}
struct Root {
  virtual ~Root() = default;
  int shared = 0;
  virtual int get() const { return shared; }
};
struct Left : virtual Root {
  int left = 1;
};
struct Right : virtual Root {
  int get() const override { return shared + 1; }
};
struct Diamond : Left, Right {};
void diamonds() {
  Diamond diamond;
  Left &left = diamond;
  left.shared = tainted();
  Right &right = diamond;
  sink(right.shared); // expect tamga-custom-flow
  sink(left.get());   // expect tamga-custom-flow
  sink(left.left);    // clean
  right.shared = 0;
  sink(diamond.get()); // overwritten
}

//== Calls: pure interfaces
struct Sink {
  virtual ~Sink() = default;
  virtual void put(const char *text) = 0;
};
struct Screen : Sink {
  void put(const char *text) override { sink(text); } // expect tamga-custom-flow
};
struct Counter : Sink {
  int count = 0;
  void put(const char *text) override {
    ++count;
    last = text;
  }
  const char *last = "";
};
struct Tee : Sink {
  Sink *first, *second;
  Tee(Sink *first, Sink *second) : first(first), second(second) {}
  void put(const char *text) override {
    first->put(text);
    second->put("tee");
  }
};
void emit(Sink &sink) { sink.put(source()); }
void interfaces() {
  Screen screen;
  Counter counter, quiet;
  Tee tee(&counter, &quiet);
  tee.put(source());
  sink(counter.last);  // expect tamga-custom-flow
  sink(counter.count); // clean
  sink(quiet.last);    // clean
  emit(screen);
  emit(quiet);
  sink(quiet.last);  // expect tamga-custom-flow
  sink(quiet.count); // clean
  quiet.put("text");
  sink(quiet.last); // overwritten
}
