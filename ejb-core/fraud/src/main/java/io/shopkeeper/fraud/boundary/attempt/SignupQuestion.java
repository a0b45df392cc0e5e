package io.shopkeeper.fraud.boundary.attempt;

import java.time.Instant;

/**
 * A sign-up to judge. Only id and email must be there; the more is told, the more is known.
 *
 * @param id the shop's; judged once
 * @param customerId the id that the new customer has or will have; null if there is none yet
 * @param email kept as fingerprints only
 * @param name kept as a fingerprint only
 * @param address in one text; kept as a fingerprint only
 * @param formSeconds from the page to its submission; null if unknown
 * @param time when it is or was tried; now if not given
 */
public record SignupQuestion(
    String id,
    String customerId,
    String email,
    String name,
    String address,
    String device,
    String ip,
    String country,
    Double formSeconds,
    Instant time) {}
