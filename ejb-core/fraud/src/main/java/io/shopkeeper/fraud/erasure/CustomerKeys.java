package io.shopkeeper.fraud.erasure;

import io.shopkeeper.fraud.boundary.ListKind;
import java.util.Map;
import java.util.Set;

/**
 * By what a customer is named in lists, snoozes and rules.
 *
 * @param customer the id
 * @param emails fingerprints of e-mail addresses
 * @param addresses fingerprints of postal addresses
 */
record CustomerKeys(String customer, Set<String> emails, Set<String> addresses) {

  CustomerKeys {
    emails = Set.copyOf(emails);
    addresses = Set.copyOf(addresses);
  }

  /** Which of them lists of a kind and rules with a key of this name hold. */
  Map<ListKind, Set<String>> byKind() {
    return Map.of(
        ListKind.CUSTOMER, Set.of(customer), ListKind.EMAIL, emails, ListKind.ADDRESS, addresses);
  }
}
