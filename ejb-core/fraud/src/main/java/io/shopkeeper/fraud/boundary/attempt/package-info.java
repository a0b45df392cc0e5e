/**
 * Sign-ins and sign-ups judged as they come: {@code scoring.login(question, locale)} says whether
 * to let one pass, to ask for a second proof, to look at it or to refuse it, and why; {@code
 * AttemptDesk} shows what was decided. Uses {@code io.shopkeeper.platform.boundary}.
 */
package io.shopkeeper.fraud.boundary.attempt;
