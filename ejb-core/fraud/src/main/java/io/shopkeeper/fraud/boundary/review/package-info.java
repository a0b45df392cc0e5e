/**
 * How much reviews look like spam, for people who clear or confirm them: {@code SpamDesk}. Reviews
 * are judged in the background when they are stored.
 */
package io.shopkeeper.fraud.boundary.review;
