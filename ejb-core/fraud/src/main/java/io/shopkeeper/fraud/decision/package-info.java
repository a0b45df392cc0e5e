/** Decisions, each stored in one transaction with its payment; payments as features need them. */
package io.shopkeeper.fraud.decision;
