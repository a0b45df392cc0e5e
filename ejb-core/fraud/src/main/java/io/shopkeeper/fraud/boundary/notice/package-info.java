/**
 * Who is told of new cases, by e-mail or webhook, and what became of each message. For the console.
 */
package io.shopkeeper.fraud.boundary.notice;
