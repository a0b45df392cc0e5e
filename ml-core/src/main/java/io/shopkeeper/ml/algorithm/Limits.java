package io.shopkeeper.ml.algorithm;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which values an option may have, and where a tuner should look. Stands on a component of an
 * options record.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Limits {

  /** The least allowed value. */
  double least() default Double.NEGATIVE_INFINITY;

  /** The greatest allowed value. */
  double most() default Double.POSITIVE_INFINITY;

  /** Where a tuner begins to look; without both ends it leaves the option alone. */
  double searchLeast() default Double.NaN;

  /** Where a tuner ceases to look. */
  double searchMost() default Double.NaN;

  /** Whether values differ by factors rather than by steps, as rates and penalties do. */
  boolean logarithmic() default false;
}
