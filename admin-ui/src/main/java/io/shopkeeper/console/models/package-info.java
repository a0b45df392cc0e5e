/** Versions of models: train, compare, promote, roll back. */
package io.shopkeeper.console.models;
