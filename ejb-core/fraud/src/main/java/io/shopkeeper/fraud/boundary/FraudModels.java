package io.shopkeeper.fraud.boundary;

/** Names of the models of this module. */
public final class FraudModels {

  /** Says how probably a payment is fraud. */
  public static final String FRAUD = "fraud";

  private FraudModels() {}
}
