/**
 * What shoppers say against a payment that was stopped: {@code appeals.appeal(payment, words,
 * locale)} puts it before a person and says what the shopper may be told. Used by REST and by the
 * chat.
 */
package io.shopkeeper.fraud.boundary.appeal;
