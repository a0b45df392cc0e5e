package io.shopkeeper.fraud.lists;

import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.features.IpNetwork;
import java.util.Optional;
import java.util.regex.Pattern;

/** What entries of a kind look like, and what they are compared by. */
final class ListEntries {

  /** Signs of an entry. */
  static final int LONGEST = 254;

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern NUMBER = Pattern.compile("(?:\\d[ -]?){12,19}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");

  private ListEntries() {}

  /** What is wrong with an entry, as the end of a key of words; empty for nothing. */
  static Optional<String> fault(ListKind kind, String entry) {
    if (entry.isBlank()) {
      return Optional.of("blank");
    }
    if (entry.length() > LONGEST) {
      return Optional.of("long");
    }
    if (entry.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("control");
    }
    return switch (kind) {
      case EMAIL -> unless(EMAIL.matcher(entry.strip()).matches(), "not-email");
      case IP -> unless(IpNetwork.parse(entry.strip()).isPresent(), "not-ip");
      case CARD -> unless(!NUMBER.matcher(entry.strip()).matches(), "card-number");
      case CURRENCY -> unless(CURRENCY.matcher(entry.strip()).matches(), "not-currency");
      case ADDRESS -> unless(!kind.key(entry).isEmpty(), "blank");
      case DEVICE, CUSTOMER, COUNTRY -> Optional.empty();
    };
  }

  private static Optional<String> unless(boolean fine, String fault) {
    return fine ? Optional.empty() : Optional.of(fault);
  }

  /** What tells an entry apart from others of its list. */
  static String key(ListKind kind, String entry) {
    if (kind == ListKind.IP) {
      return IpNetwork.parse(entry.strip())
          .map(network -> network.bits() + "/" + network.prefix())
          .orElseThrow();
    }
    return kind.key(entry);
  }
}
