package io.shopkeeper.fraud.attempt;

import java.util.List;

/** What was tried before. */
@FunctionalInterface
public interface AttemptPast {

  /**
   * Earlier attempts of the same kind with the same key, the newest first; those of a key with very
   * many are cut after {@link AttemptFeatures#MOST}. Empty where the attempt has no such key.
   */
  List<Attempt> before(AttemptKey key, Attempt attempt);
}
