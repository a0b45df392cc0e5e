package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.Right;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A person who is signed in to the console and has this right may call the method, too. Without it
 * only keys may.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresRight {

  /** Which right. */
  Right value();
}
