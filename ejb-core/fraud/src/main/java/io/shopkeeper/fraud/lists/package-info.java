/**
 * Lists that rules look keys up in: {@code new ValueLists(lists).has("bad-cards", field, facts)}.
 * Entries are compared by what is kept of a payment, networks of IP addresses by their prefix;
 * lists of e-mail and delivery addresses may match what is similar while the text is known.
 */
package io.shopkeeper.fraud.lists;
