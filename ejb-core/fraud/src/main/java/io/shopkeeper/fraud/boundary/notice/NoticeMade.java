package io.shopkeeper.fraud.boundary.notice;

/**
 * A target with its secret, which is shown this once.
 *
 * @param secret what signs; empty for e-mail
 */
public record NoticeMade(NoticeTarget target, String secret) {}
