package io.shopkeeper.platform.boundary;

/** How it stands with a person. */
public enum PersonState {
  /** Has not yet chosen a password. */
  INVITED,
  /** Can sign in. */
  ACTIVE,
  /** Too many failures; opens by itself. */
  LOCKED,
  /** May not sign in any more. */
  DISABLED
}
