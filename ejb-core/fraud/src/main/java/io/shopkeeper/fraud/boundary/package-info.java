/**
 * Payments judged as they come: {@code scoring.score(payment, locale)} says whether to let one
 * pass, to ask the payer to confirm, to look at it or to block it, why, and keeps that with the
 * payment. Uses {@code io.shopkeeper.catalog.boundary} and {@code io.shopkeeper.platform.boundary}.
 */
package io.shopkeeper.fraud.boundary;
