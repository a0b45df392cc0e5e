package io.shopkeeper.prediction.behaviour;

import io.shopkeeper.catalog.boundary.EventType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The numbers of kinds of acts in memory; nothing that is stored knows them. */
public final class Kinds {

  private static final List<EventType> TYPES = List.of(EventType.values());
  private static final Map<EventType, Integer> NUMBERS = new EnumMap<>(EventType.class);

  static {
    TYPES.forEach(type -> NUMBERS.put(type, NUMBERS.size()));
  }

  private Kinds() {}

  /** The number of a type. */
  public static byte of(EventType type) {
    return NUMBERS.get(type).byteValue();
  }

  /** The type of a number. */
  public static EventType type(int number) {
    return TYPES.get(number);
  }

  /** How many there are. */
  static int count() {
    return TYPES.size();
  }
}
