package io.shopkeeper.fraud.rules;

/** A condition that is ready to be held against payments. Safe for several threads. */
@FunctionalInterface
interface Check {

  Truth of(PaymentFacts facts);
}
