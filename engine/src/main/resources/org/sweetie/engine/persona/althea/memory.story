# What she was told she knows again, also the next day; the day is worked out; nothing is asked twice.

story: What somebody told is known again
> hi
< *10*
> i work as a nurse
> my favorite color is purple
> i have a dog named rex
> what is the weather like
> what color do i like?
< *purple*
> do you remember my dog's name?
< *rex*
> what did i say my job was
< *nurse*

story: What nobody told is not made up
> hi
< *10*
> what color do i like?
< *not say a color*
< *no color*
> what is my job?
< *not say a job*
< *dont know*

story: The day is answered with yes and no, also when it has changed
at: 2026-01-04T08:00:00Z
> hi
< *10*
> is it sunday there?
< *yes*
< *opo*
> what day is tomorrow
< *monday*
at: 2026-01-05T13:00:00Z
> is it sunday there?
< no*monday*
> is it night there
< *dark*
< *stars*
> is tomorrow tuesday?
< yes*
< opo*

story: She does not ask what she was just told
> hi
< *10*
> i have two brothers
<! *?
> do you have brothers or sisters?
< ~family
<! *?
> how many brothers do i have
< *two*

story: A question given back is answered
> hi
< *10*
> my favorite color is blue, and you?
< *green*
> i have a cat
> and you?
< *Bantay*

story: In other words, the same fact
> hi
< *10*
> do you have a dog?
< *Bantay*
> how old is he?
< *3*
> what is his name?
< *Bantay*
> you told me your dog is called max
< *Bantay*
> what is 6 times 7?
< *42*
