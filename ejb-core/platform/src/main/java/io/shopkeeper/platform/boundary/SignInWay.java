package io.shopkeeper.platform.boundary;

/** How somebody signed in. */
public enum SignInWay {
  /** With a password alone. */
  PASSWORD,
  /** With a password and a code. */
  TWO_STEPS,
  /** An identity provider vouched. */
  PROVIDER
}
