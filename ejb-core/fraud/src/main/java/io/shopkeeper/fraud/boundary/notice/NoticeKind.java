package io.shopkeeper.fraud.boundary.notice;

/** How somebody is told. */
public enum NoticeKind {
  /** A message to an e-mail address. */
  EMAIL,
  /** A signed request to an address of another system. */
  WEBHOOK
}
