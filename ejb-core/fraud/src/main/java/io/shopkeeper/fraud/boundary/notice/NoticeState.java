package io.shopkeeper.fraud.boundary.notice;

/** Where a message is. */
public enum NoticeState {
  /** Waits for its first try, or for the next after one that failed. */
  WAITING,
  /** Was taken. */
  SENT,
  /** Was refused too often; goes out again when somebody says so. */
  DEAD
}
