// Written by Tests/Reference/polynomials.py. Lowest power first.
#ifndef URBAN_MINING_POLYNOMIALS_H
#define URBAN_MINING_POLYNOMIALS_H

// (exp(r) - 1 - r)/r^2 for |r| <= ln(2)/2, as used in exp(r); error 0.0031 · 2^-53.
static const double EXP[11] = {
    0x1.0000000000000p-1, 0x1.5555555555557p-3, 0x1.5555555555556p-5,
    0x1.11111111100dcp-7, 0x1.6c16c16c162d4p-10, 0x1.a01a01abe7fe1p-13,
    0x1.a01a01a6d889cp-16, 0x1.71de0231960ebp-19, 0x1.27e4db646b17ep-22,
    0x1.af4de97ca4194p-26, 0x1.1f730349868cep-29};

// (2 atanh(s)/s - 2)/s^2 in s^2 for s <= 3 - sqrt(8), as used in log; error 0.0049 · 2^-53.
static const double LOG[8] = {
    0x1.5555555555555p-1, 0x1.9999999999a3ap-2, 0x1.2492492476765p-2,
    0x1.c71c7201f207cp-3, 0x1.745cf8c4c7bcap-3, 0x1.3b1c42e3df02cp-3,
    0x1.0fbd2bafa02d6p-3, 0x1.0c1263e1bac13p-3};

// (sin(a)/a - 1)/a^2 in a^2 for |a| <= pi/4, as used in sin; error 0.16 · 2^-53.
static const double SIN[6] = {
    -0x1.5555555555555p-3, 0x1.1111111110ba5p-7, -0x1.a01a019e80693p-13,
    0x1.71de379252004p-19, -0x1.ae60069e53ef1p-26, 0x1.5e098556d302ep-33};

// (cos(a) - 1 + a^2/2)/a^4 in a^2 for |a| <= pi/4, as used in cos; error 0.008 · 2^-53.
static const double COS[6] = {
    0x1.5555555555555p-5, -0x1.6c16c16c16960p-10, 0x1.a01a019f4d0edp-16,
    -0x1.27e4fa15bd814p-22, 0x1.1eeb66b683028p-29, -0x1.907c0e63adbb6p-37};

// (1 + 2x) exp(x^2) erfc(x) in q = (x - 4)/(x + 4) for 0 <= x <= 28; error 0.49 · 2^-53.
static const double ERFC[25] = {
    0x1.3ba5916e9fd7fp+0, -0x1.1df1ad154a28fp-3, 0x1.f7f5df66fd7e6p-7,
    0x1.16ecefcfa5400p-4, -0x1.9ddb23c3e924bp-4, 0x1.7fee004e113a0p-4,
    -0x1.0fb06dfe46db3p-4, 0x1.3079edf6ae2ebp-5, -0x1.09623885955c8p-6,
    0x1.49c6727714f22p-8, -0x1.8d4a996717f16p-11, -0x1.a1df1879570cbp-13,
    0x1.3be033841dfc4p-13, -0x1.995b13f6b0a3fp-16, -0x1.7882d18e29e35p-17,
    0x1.7f3e45c1e5061p-18, 0x1.3926a52c331a6p-22, -0x1.bc665b6377870p-21,
    0x1.4adcd53cbbc96p-24, 0x1.e689355383b88p-24, -0x1.483e5f2f13f5cp-26,
    -0x1.1d56405fb00c0p-26, 0x1.cfaa94405e761p-30, 0x1.210c970eb46d4p-29,
    0x1.401609bf915e2p-32};

#endif
