// The model of danger as part of the program.
    .section .rodata
    .global flockmate_danger_model
    .global flockmate_danger_model_end
    .balign 16
flockmate_danger_model:
    .incbin "danger.model"
flockmate_danger_model_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
