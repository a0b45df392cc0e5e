package io.shopkeeper.fraud.attempt;

import io.shopkeeper.fraud.boundary.attempt.AttemptKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** By what attempts are brought together. */
public enum AttemptKey {
  ACCOUNT("account", "account", Attempt::account, Set.of(AttemptKind.LOGIN)),
  DEVICE("device", "device", Attempt::device, Set.of(AttemptKind.values())),
  IP("ip", "ip", Attempt::ip, Set.of(AttemptKind.values())),
  NETWORK("network", "network", Attempt::network, Set.of(AttemptKind.values())),
  ADDRESS("address", "addressKey", Attempt::addressKey, Set.of(AttemptKind.SIGNUP)),
  INBOX("inbox", "inboxKey", Attempt::inboxKey, Set.of(AttemptKind.SIGNUP)),
  SHAPE("shape", "emailShape", Attempt::emailShape, Set.of(AttemptKind.SIGNUP)),
  NAME("name", "nameKey", Attempt::nameKey, Set.of(AttemptKind.SIGNUP));

  private final String code;
  private final String attribute;

  @SuppressWarnings("ImmutableEnumChecker") // they hold nothing
  private final Function<Attempt, String> value;

  @SuppressWarnings("ImmutableEnumChecker") // the set refuses changes
  private final Set<AttemptKind> kinds;

  AttemptKey(
      String code, String attribute, Function<Attempt, String> value, Set<AttemptKind> kinds) {
    this.code = code;
    this.attribute = attribute;
    this.value = value;
    this.kinds = kinds;
  }

  /** Those of a kind of attempt. */
  static List<AttemptKey> of(AttemptKind kind) {
    return Arrays.stream(values()).filter(key -> key.kinds.contains(kind)).toList();
  }

  /** As features are named. */
  public String code() {
    return code;
  }

  /** As the entity names it. */
  String attribute() {
    return attribute;
  }

  /** Which one an attempt has; empty where it is not known. */
  Optional<String> of(Attempt attempt) {
    return Optional.ofNullable(value.apply(attempt)).filter(text -> !text.isBlank());
  }
}
