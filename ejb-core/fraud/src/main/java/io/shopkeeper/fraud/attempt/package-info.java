/**
 * How sign-ins and sign-ups are judged: {@code AttemptFeatures.of(attempt, past)} says what was
 * seen of the account, the device and the address as of that moment, and {@link
 * io.shopkeeper.fraud.attempt.AttemptRule} what is held against it. Uses the lists, fingerprints
 * and IP networks that payments are judged with.
 */
package io.shopkeeper.fraud.attempt;
