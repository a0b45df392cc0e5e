package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The caller's key must have this scope. A method without it can be called by nobody. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresScope {

  /** Which scope. */
  Scope value();
}
