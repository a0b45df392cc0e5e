package io.shopkeeper.fraud.boundary.notice;

import io.shopkeeper.fraud.boundary.cases.CasePriority;
import java.time.Instant;

/**
 * Who is told of cases.
 *
 * @param queue only cases of this queue; empty for all
 * @param keyId names the secret that signs; empty for e-mail
 * @param waiting messages that are to go out
 * @param dead messages that were refused too often
 */
public record NoticeTarget(
    long id,
    String name,
    NoticeKind kind,
    String address,
    CasePriority least,
    String queue,
    String keyId,
    boolean active,
    Instant madeAt,
    String madeBy,
    long waiting,
    long dead) {}
