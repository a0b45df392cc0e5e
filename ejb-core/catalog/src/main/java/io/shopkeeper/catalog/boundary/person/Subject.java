package io.shopkeeper.catalog.boundary.person;

import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.regex.Pattern;

/**
 * Whose decision it is. Written as {@code c:ID} or {@code v:ID} where one text has to name both.
 *
 * @param id the shop's own for a customer, the page's for a visitor
 */
public record Subject(Kind kind, String id) implements Comparable<Subject> {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  /** Which of the two. */
  public enum Kind {
    CUSTOMER,
    VISITOR
  }

  /** A customer. */
  public static Subject customer(String id) {
    return new Subject(Kind.CUSTOMER, id);
  }

  /** A visitor who is not signed in. */
  public static Subject visitor(String id) {
    return new Subject(Kind.VISITOR, id);
  }

  /** From {@link #key()}. */
  public static Subject of(String key) {
    Kind kind = key.startsWith("c:") ? Kind.CUSTOMER : Kind.VISITOR;
    return new Subject(kind, key.substring(2));
  }

  /** As one text. */
  public String key() {
    return (kind == Kind.CUSTOMER ? "c:" : "v:") + id;
  }

  /**
   * The same.
   *
   * @throws InvalidInputException if the id cannot be one
   */
  public Subject check() {
    if (id == null || !ID.matcher(id).matches()) {
      throw InvalidInputException.of(
          kind == Kind.CUSTOMER ? "/customerId" : "/visitorId",
          "must be 1 to 128 letters, digits and . _ : -");
    }
    return this;
  }

  @Override
  public int compareTo(Subject other) {
    return key().compareTo(other.key());
  }
}
