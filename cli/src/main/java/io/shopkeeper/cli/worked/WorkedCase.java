package io.shopkeeper.cli.worked;

/** A made-up shop and the models that are measured on it. */
interface WorkedCase {

  /** As {@code --case} names it. */
  String name();

  /** Makes the shop, trains and measures, on the kernels and threads of this process. */
  WorkedReport run(long seed);
}
