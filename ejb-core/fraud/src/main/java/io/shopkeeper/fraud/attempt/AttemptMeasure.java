package io.shopkeeper.fraud.attempt;

import io.shopkeeper.fraud.boundary.attempt.AttemptKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is counted of the attempts with one key, the one that is judged included. */
enum AttemptMeasure {
  /** How many. */
  ATTEMPTS("attempts", one -> true, null),
  /** How many with a wrong password. */
  FAILED("failed", Attempt::failed, null),
  /** Into how many accounts. */
  ACCOUNTS("accounts", one -> true, Attempt::account),
  /** Into how many accounts with a wrong password. */
  FAILED_ACCOUNTS("failed_accounts", Attempt::failed, Attempt::account),
  /** From how many networks. */
  NETWORKS("networks", one -> true, Attempt::network),
  /** With how many devices. */
  DEVICES("devices", one -> true, Attempt::device);

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // they hold nothing
  private final Predicate<Attempt> counts;

  /** Null where each counts. */
  @SuppressWarnings("ImmutableEnumChecker") // they hold nothing
  private final Function<Attempt, String> different;

  AttemptMeasure(String code, Predicate<Attempt> counts, Function<Attempt, String> different) {
    this.code = code;
    this.counts = counts;
    this.different = different;
  }

  String code() {
    return code;
  }

  /** Those that say something of a key. */
  static List<AttemptMeasure> of(AttemptKind kind, AttemptKey key) {
    if (kind == AttemptKind.SIGNUP) {
      return List.of(ATTEMPTS);
    }
    return key == AttemptKey.ACCOUNT
        ? List.of(ATTEMPTS, FAILED, NETWORKS, DEVICES)
        : List.of(ATTEMPTS, FAILED, ACCOUNTS, FAILED_ACCOUNTS);
  }

  /** Of all that lie within a window. */
  double of(List<Attempt> within) {
    if (different == null) {
      return within.stream().filter(counts).count();
    }
    Set<String> seen = new HashSet<>();
    within.stream().filter(counts).map(different).forEach(seen::add);
    seen.remove(null);
    return seen.size();
  }
}
