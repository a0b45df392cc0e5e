package io.shopkeeper.fraud.boundary.attempt;

import java.time.Instant;

/**
 * A sign-in to judge, after the password was looked at or before. Only the id must be there, and
 * one of customerId and email; the more is told, the more is known.
 *
 * @param id the shop's; judged once
 * @param customerId whose account it is; null where the shop does not know such an account
 * @param email what was typed as the name of the account; kept as a fingerprint only
 * @param latitude of the place of the address, in degrees; with longitude or not at all
 * @param longitude likewise
 * @param succeeded whether the password was right; null if that is not known yet
 * @param time when it is or was tried; now if not given
 */
public record LoginQuestion(
    String id,
    String customerId,
    String email,
    String device,
    String ip,
    String country,
    Double latitude,
    Double longitude,
    Boolean succeeded,
    Instant time) {}
