/** The tables of jobs and acts as long lists. Uses {@code boundary} and {@code json}. */
package io.shopkeeper.platform.lists;
