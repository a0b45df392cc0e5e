package io.shopkeeper.prediction.behaviour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers in place of things, from 0 on as they come. For one thread. */
final class Codes<T> {

  private final Map<T, Integer> codes = new HashMap<>();
  private final List<T> things = new ArrayList<>();

  int of(T thing) {
    Integer known = codes.get(thing);
    if (known != null) {
      return known;
    }
    int code = things.size();
    codes.put(thing, code);
    things.add(thing);
    return code;
  }

  int size() {
    return things.size();
  }

  T thing(int code) {
    return things.get(code);
  }

  /** All so far, by their numbers. */
  List<T> all() {
    return List.copyOf(things);
  }
}
