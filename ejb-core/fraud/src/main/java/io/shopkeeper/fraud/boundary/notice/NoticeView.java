package io.shopkeeper.fraud.boundary.notice;

import java.time.Instant;

/**
 * A message.
 *
 * @param caseId 0 for a trial
 * @param next when it is tried next; null once it is sent or dead
 * @param problem what was wrong at the last try; empty for nothing
 * @param sentAt null until it was taken
 */
public record NoticeView(
    long id,
    long target,
    String targetName,
    long caseId,
    NoticeState state,
    int tries,
    Instant madeAt,
    Instant next,
    String problem,
    Instant sentAt) {}
