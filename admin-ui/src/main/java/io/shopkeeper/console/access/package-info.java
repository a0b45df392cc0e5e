/**
 * Signing in and out, and what a person may do. Example: {@code me.require(Right.TRAIN_MODELS)}.
 */
package io.shopkeeper.console.access;
