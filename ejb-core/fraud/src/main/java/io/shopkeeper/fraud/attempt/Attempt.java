package io.shopkeeper.fraud.attempt;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.attempt.AttemptKind;

/**
 * A sign-in or sign-up as features need it. Texts are null where the shop does not tell.
 *
 * @param time when it was tried, in milliseconds since 1970
 * @param account what tells accounts apart: the customer, or else the fingerprint of what was typed
 * @param emailKey fingerprint of the e-mail address
 * @param inboxKey the same of the mailbox that it leads to, whatever dots and tags are in it
 * @param emailShape the same of the address without its digits
 * @param nameKey fingerprint of the letters of the name
 * @param addressKey fingerprint of the postal address
 * @param network the /24 of an IPv4 address, the /48 of an IPv6 address
 * @param latitude in degrees; null if unknown
 * @param succeeded whether the password was right; null if unknown
 * @param outcome what was decided; null while that is not known
 */
public record Attempt(
    AttemptKind kind,
    String id,
    long time,
    String account,
    String customer,
    String emailKey,
    String inboxKey,
    String emailShape,
    String nameKey,
    String addressKey,
    String device,
    String ip,
    String network,
    String country,
    Double latitude,
    Double longitude,
    Boolean succeeded,
    Outcome outcome) {

  /** Whether the password was wrong. */
  boolean failed() {
    return Boolean.FALSE.equals(succeeded);
  }

  /** Whether it got somebody in, as far as is known: not refused, and not with a wrong password. */
  boolean gotIn() {
    return !failed() && outcome != Outcome.BLOCK && outcome != Outcome.REVIEW;
  }
}
