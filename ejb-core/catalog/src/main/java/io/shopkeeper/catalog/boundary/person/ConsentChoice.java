package io.shopkeeper.catalog.boundary.person;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.EnumMap;
import java.util.Map;

/**
 * What somebody decides; a purpose that is null stays as it was.
 *
 * @param source where it was asked, such as {@code cookie banner 3}; up to 200 characters, may be
 *     null
 */
public record ConsentChoice(
    Boolean personalisation, Boolean analytics, Boolean marketing, String source) {

  /** One purpose. */
  public static ConsentChoice of(Purpose purpose, boolean granted, String source) {
    return new ConsentChoice(
        purpose == Purpose.PERSONALISATION ? granted : null,
        purpose == Purpose.ANALYTICS ? granted : null,
        purpose == Purpose.MARKETING ? granted : null,
        source);
  }

  /** The purposes that are decided. */
  @JsonIgnore
  public Map<Purpose, Boolean> decided() {
    Map<Purpose, Boolean> decided = new EnumMap<>(Purpose.class);
    put(decided, Purpose.PERSONALISATION, personalisation);
    put(decided, Purpose.ANALYTICS, analytics);
    put(decided, Purpose.MARKETING, marketing);
    return decided;
  }

  private static void put(Map<Purpose, Boolean> decided, Purpose purpose, Boolean granted) {
    if (granted != null) {
      decided.put(purpose, granted);
    }
  }

  /**
   * The same.
   *
   * @throws InvalidInputException if it decides nothing, or its source cannot be kept
   */
  public ConsentChoice check() {
    if (decided().isEmpty()) {
      throw InvalidInputException.of(
          "/personalisation",
          "is missing, and so are analytics and marketing; give at least one of them");
    }
    SourceText.check(source);
    return this;
  }
}
