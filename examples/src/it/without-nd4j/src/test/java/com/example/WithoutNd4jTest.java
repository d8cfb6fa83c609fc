package com.example;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WithoutNd4jTest {
    @Test
    void nd4jIsNotOnTheClassPath() {
        assertThatThrownBy(() -> Class.forName("org.nd4j.linalg.api.ndarray.INDArray"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
