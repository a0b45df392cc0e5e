package io.shopkeeper.platform.boundary;

import jakarta.ejb.ApplicationException;

/** What was asked for does not exist. */
@ApplicationException(rollback = true)
public class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param kind what was sought, such as "product"
   * @param id its id
   */
  public NotFoundException(String kind, String id) {
    super("There is no " + kind + " " + id + ".");
  }
}
