package io.shopkeeper.platform.boundary;

/** What a one-time link is for. */
public enum LinkPurpose {
  /** The first password of somebody new. */
  INVITATION,
  /** A new password for somebody who forgot the old one. */
  RESET
}
