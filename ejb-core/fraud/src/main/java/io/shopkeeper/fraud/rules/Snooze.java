package io.shopkeeper.fraud.rules;

/**
 * That a rule is to be quiet for a while.
 *
 * @param rule its id, whatever its version
 * @param field null for all payments
 * @param key which one of the field; null for all payments
 * @param until for payments before it, in milliseconds since 1970
 */
public record Snooze(String rule, KeyField field, String key, long until) {

  boolean covers(Rule of, PaymentFacts facts) {
    return of.id().equals(rule)
        && facts.payment().time() < until
        && (field == null || field.of(facts.payment()).filter(key::equals).isPresent());
  }
}
