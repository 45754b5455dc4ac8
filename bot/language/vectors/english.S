// The word vectors as part of the program: no file to look for, none to miss.
    .section .rodata
    .global flockmate_english_vectors
    .global flockmate_english_vectors_end
    .balign 16
flockmate_english_vectors:
    .incbin "english.vectors"
flockmate_english_vectors_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
