package io.shopkeeper.bench.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What one call of a benchmark amounts to. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Work {

  /** Additions and multiplications. */
  double operations();

  /** Bytes that must be read or written at least once. */
  double bytes();
}
