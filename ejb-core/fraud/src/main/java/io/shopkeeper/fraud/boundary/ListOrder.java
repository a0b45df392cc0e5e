package io.shopkeeper.fraud.boundary;

/**
 * A list that somebody wants.
 *
 * @param name small letters, digits and hyphens; begins with a letter
 * @param distance how many letters may differ, 0 to 2; more than 0 only for e-mail and delivery
 *     addresses
 * @param purpose what it is for; may be blank
 */
public record ListOrder(String name, ListKind kind, int distance, String purpose) {}
